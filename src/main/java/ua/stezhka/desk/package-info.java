/** Help for people without an account: records, printed cards, help at a desk, shared computers. */
@NullMarked
package ua.stezhka.desk;

import org.jspecify.annotations.NullMarked;
