package io.keeling.desk.accounts;

import io.keeling.desk.accounts.gate.KnownDevices;
import io.keeling.desk.accounts.gate.SessionCookie;
import io.keeling.desk.accounts.gate.Throttle;
import io.keeling.desk.accounts.store.Accounts;
import io.keeling.desk.accounts.store.Invitations;
import io.keeling.desk.accounts.store.Management;
import io.keeling.desk.accounts.store.PasswordHashes;
import io.keeling.desk.accounts.store.Sessions;
import io.keeling.desk.accounts.store.Tokens;

/**
 * The stores of accounts, sessions and invitations, for the pages about them. Immutable; threads
 * may share it.
 */
public record AccountServices(
    Accounts accounts,
    Management management,
    Sessions sessions,
    Tokens tokens,
    Invitations invitations,
    PasswordHashes passwords,
    SessionCookie cookies,
    Throttle throttle,
    KnownDevices devices) {}
