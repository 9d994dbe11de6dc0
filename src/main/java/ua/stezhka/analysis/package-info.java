/** How well questions and quizzes measure: item statistics of classical test theory, counted in whole numbers as attempts are graded. */
@NullMarked
package ua.stezhka.analysis;

import org.jspecify.annotations.NullMarked;
