/** Courses with their sections, lessons and steps, published in immutable revisions, and the catalogue. */
@NullMarked
package ua.stezhka.course;

import org.jspecify.annotations.NullMarked;
