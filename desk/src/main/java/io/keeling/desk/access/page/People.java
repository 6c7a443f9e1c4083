package io.keeling.desk.access.page;

import io.keeling.desk.access.gate.KnownDevices;
import io.keeling.desk.access.gate.SessionCookie;
import io.keeling.desk.access.gate.Throttle;
import io.keeling.desk.access.store.Accounts;
import io.keeling.desk.access.store.Invitations;
import io.keeling.desk.access.store.Management;
import io.keeling.desk.access.store.Passwords;
import io.keeling.desk.access.store.Sessions;
import io.keeling.desk.access.store.Tokens;

/** What is known of people, for the pages about them. */
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
