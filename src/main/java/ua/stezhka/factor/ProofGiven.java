package ua.stezhka.factor;

/**
 * What was typed to show who changes a second factor.
 *
 * @param proof   a code from the application, or a recovery code
 * @param address where the request comes from
 */
record ProofGiven(String password, String proof, String address) {}
