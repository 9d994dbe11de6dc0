package ua.stezhka.account;

import java.time.Duration;

/**
 * A session that has just begun or was renewed: the tokens go to the browser or program, once.
 *
 * @param token        opens for a short while
 * @param tokenLasts   so long
 * @param refreshToken gets the next token, once
 * @param lasts        how long the session lasts when it is not used any more
 */
public record NewSession(
        SessionPerson person, String token, Duration tokenLasts, String refreshToken, Duration lasts) {}
