/** Questions, quizzes and attempts: what is asked, what was answered, when, and how well. */
@NullMarked
package ua.stezhka.quiz;

import org.jspecify.annotations.NullMarked;
