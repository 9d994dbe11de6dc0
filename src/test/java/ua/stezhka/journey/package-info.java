/** What people do from beginning to end, done in a real browser. */
@NullMarked
package ua.stezhka.journey;

import org.jspecify.annotations.NullMarked;
