package io.keeling.feeds.access.page;

import io.keeling.feeds.access.gate.KnownDevices;
import io.keeling.feeds.access.gate.SessionCookie;
import io.keeling.feeds.access.gate.Throttle;
import io.keeling.feeds.access.store.Accounts;
import io.keeling.feeds.access.store.Invitations;
import io.keeling.feeds.access.store.Management;
import io.keeling.feeds.access.store.Passwords;
import io.keeling.feeds.access.store.Sessions;
import io.keeling.feeds.access.store.Tokens;

/**
 * What is known of people, for the pages about them. Immutable and safe to share between threads.
 */
public record People(
    Accounts accounts,
    Management management,
    Sessions sessions,
    Tokens tokens,
    Invitations invitations,
    Passwords passwords,
    SessionCookie cookies,
    Throttle throttle,
    KnownDevices devices) {}
