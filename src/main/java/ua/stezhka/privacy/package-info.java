/** Rights of people to their data: consents, copies, requests, erasure, and how long what is kept. */
@NullMarked
package ua.stezhka.privacy;

import org.jspecify.annotations.NullMarked;
