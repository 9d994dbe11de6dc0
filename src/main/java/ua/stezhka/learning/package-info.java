/** What a person learns: enrolment, progress through lessons and steps, completion, the next step. */
@NullMarked
package ua.stezhka.learning;

import org.jspecify.annotations.NullMarked;
