/** Reads and checks the content folder and brings it into the modules that show it. */
@NullMarked
package ua.stezhka.exchange;

import org.jspecify.annotations.NullMarked;
