/** The question bank: looks for questions, dates their lives, takes reports, grades anew by corrected keys, plans quizzes. */
@NullMarked
package ua.stezhka.bank;

import org.jspecify.annotations.NullMarked;
