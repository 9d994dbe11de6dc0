/** Measures what a request costs, beside the limit of the machine in the same run; started by scripts/bench. */
@NullMarked
package ua.stezhka.bench;

import org.jspecify.annotations.NullMarked;
