/** Certificates: their numbers, the printed document, and who may see, check and revoke them. */
@NullMarked
package ua.stezhka.certificate;

import org.jspecify.annotations.NullMarked;
