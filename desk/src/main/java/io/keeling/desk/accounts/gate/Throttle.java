package io.keeling.desk.accounts.gate;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import io.keeling.desk.web.ClientAddress;
import io.keeling.desk.web.Quotas;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Slows down password guessing. In a quarter of an hour, {@value #OF_CLIENT} attempts are allowed
 * from one address and {@value #OF_ACCOUNT} for one account. A known browser has {@value
 * #OF_DEVICE} attempts of its own, which attempts from elsewhere do not use up. Threads may share
 * it.
 *
 * <p>It remembers ten thousand addresses, and as many accounts and browsers; beyond that it forgets
 * the least active. Names without an account are counted, too.
 */
public final class Throttle {

  /** How long attempts are counted, and so the longest time that anybody is locked out. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  /**
   * Maximum number of attempts from a client address: enough for a newsroom behind one address, on
   * the morning after all sessions ended.
   */
  static final int OF_CLIENT = 50;

  /**
   * Maximum number of attempts for one account, as many as NIST SP 800-63B-4 (section 3.2.2) allows
   * to fail. Unlike in that rule, attempts expire here.
   */
  static final int OF_ACCOUNT = 100;

  /** Maximum number of attempts in a known browser; nobody mistypes as often. */
  static final int OF_DEVICE = 20;

  /**
   * Maximum number of addresses, of accounts and of browsers that are remembered. They take some
   * MB.
   */
  private static final int MOST_KNOWN = 10_000;

  private final ClientAddress addresses;
  private final Quotas clients;
  private final Quotas accounts;
  private final Quotas devices;

  /**
   * @param addresses identifies clients
   */
  public Throttle(ClientAddress addresses, Ticker ticker) {
    this.addresses = addresses;
    this.clients = new Quotas(OF_CLIENT, WINDOW, MOST_KNOWN, ticker);
    this.accounts = new Quotas(OF_ACCOUNT, WINDOW, MOST_KNOWN, ticker);
    this.devices = new Quotas(OF_DEVICE, WINDOW, MOST_KNOWN, ticker);
  }

  /**
   * Counts an attempt.
   *
   * @param account the name that was tried
   * @return seconds until the next attempt is allowed; empty if it is allowed now
   */
  public OptionalLong tries(Context context, String account) {
    Quotas.Left client = clients.ask(addresses.of(context).orElse("this machine"));
    if (client.refused()) {
      return wait(client);
    }
    return wait(accounts.ask(account));
  }

  /**
   * Counts an attempt in a known browser.
   *
   * @param device the browser's id
   * @return seconds until the next attempt is allowed; empty if it is allowed now
   */
  public OptionalLong triesOf(String device) {
    return wait(devices.ask(device));
  }

  private static OptionalLong wait(Quotas.Left left) {
    return left.refused() ? OptionalLong.of(left.seconds()) : OptionalLong.empty();
  }
}
