/** Other services that vouch for people: OpenID Connect and the dialect of id.gov.ua. */
@NullMarked
package ua.stezhka.identity;

import org.jspecify.annotations.NullMarked;
