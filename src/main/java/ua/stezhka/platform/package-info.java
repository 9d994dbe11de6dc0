/** What every module stands on: identifiers, texts, the frame of a page, problems, the database and its embedded server. */
@NullMarked
package ua.stezhka.platform;

import org.jspecify.annotations.NullMarked;
