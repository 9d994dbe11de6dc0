/** People: who they are, how they sign in, what they may do. */
@NullMarked
package ua.stezhka.account;

import org.jspecify.annotations.NullMarked;
