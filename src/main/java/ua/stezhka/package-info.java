/** The entry point of Stezhka; each package below is a module. */
@NullMarked
package ua.stezhka;

import org.jspecify.annotations.NullMarked;
