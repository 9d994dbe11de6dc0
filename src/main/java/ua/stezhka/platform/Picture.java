package ua.stezhka.platform;

/**
 * A drawing that may be put into a page: what remained of an SVG after the allow-list.
 *
 * @param viewBox the box of the drawing, four numbers
 * @param body    the SVG elements inside, written anew by {@link SafeSvg}
 */
public record Picture(String viewBox, String body) {}
