/** What staff does with the attempts of others: answers are marked, logs are read, and time is given. */
@NullMarked
package ua.stezhka.mentoring;

import org.jspecify.annotations.NullMarked;
