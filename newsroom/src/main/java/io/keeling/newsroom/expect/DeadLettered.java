package io.keeling.newsroom.expect;

/**
 * The address yields no article.
 *
 * @param outletId the outlet's id
 * @param url the address
 * @param what what lies there, in lower case with hyphens, such as {@code gzip-bomb}
 * @param stage {@code fetch} or {@code read}
 * @param reason the dead letter's reason, such as {@code too-large}
 */
public record DeadLettered(String outletId, String url, String what, String stage, String reason)
    implements Expectation {}
