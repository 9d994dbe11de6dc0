/** The start pages: the landing page for everybody, and a learner's own page. */
@NullMarked
package ua.stezhka.home;

import org.jspecify.annotations.NullMarked;
