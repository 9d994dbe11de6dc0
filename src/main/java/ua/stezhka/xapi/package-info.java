/** The learning record store: what people did, as statements of the Experience API (IEEE 9274.1.1, xAPI 2.0). */
@NullMarked
package ua.stezhka.xapi;

import org.jspecify.annotations.NullMarked;
