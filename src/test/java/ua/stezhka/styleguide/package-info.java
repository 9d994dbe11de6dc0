/** A page that shows every component in every state, drawn by the templates of the product; there is none in production. */
@NullMarked
package ua.stezhka.styleguide;

import org.jspecify.annotations.NullMarked;
