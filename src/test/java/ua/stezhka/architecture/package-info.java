/** The rules of the house, each as a test that fails when somebody forgets it. */
@NullMarked
package ua.stezhka.architecture;

import org.jspecify.annotations.NullMarked;
