/** Second factors: applications with codes, passkeys, recovery codes. */
@NullMarked
package ua.stezhka.factor;

import org.jspecify.annotations.NullMarked;
