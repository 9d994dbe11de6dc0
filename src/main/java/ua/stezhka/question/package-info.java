/**
 * The types of questions: what each shows, what is right, what can be answered, how it is graded, and how it is drawn. It knows no
 * database, no person and no attempt.
 */
@NullMarked
package ua.stezhka.question;

import org.jspecify.annotations.NullMarked;
