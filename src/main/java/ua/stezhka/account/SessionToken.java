package ua.stezhka.account;

/**
 * What a program carries of its session.
 *
 * @param token            the bearer token of further requests
 * @param expiresIn        how many seconds it opens
 * @param refreshToken     gets the next pair, once: keep it as you keep a password
 * @param refreshExpiresIn how many seconds the session lasts unless it is renewed
 * @param secondFactorNeeded whether the token opens nothing yet but {@code sessions/current/second-factor}
 */
public record SessionToken(
        String token, long expiresIn, String refreshToken, long refreshExpiresIn, boolean secondFactorNeeded) {
    public static SessionToken of(NewSession session) {
        return new SessionToken(
                session.token(),
                session.tokenLasts().toSeconds(),
                session.refreshToken(),
                session.lasts().toSeconds(),
                session.person().half());
    }
}
