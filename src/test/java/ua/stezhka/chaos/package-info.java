/** Breaks the product while people answer, and checks afterwards that nothing acknowledged is lost; started by scripts/chaos. */
@NullMarked
package ua.stezhka.chaos;

import org.jspecify.annotations.NullMarked;
