package ua.stezhka.account;

import java.time.Duration;

/** A session that has just begun: the token goes to the browser or program, once. */
record NewSession(SessionPerson person, String token, Duration lasts) {}
