package io.keeling.desk.running;

import io.keeling.desk.access.Role;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Somebody who asks a desk for something, in one of the ways to prove who they are.
 *
 * @param name what a test calls them
 * @param role what they may, as far as they prove it
 * @param person whether they have signed in, rather than a program that has a token
 * @param program whether what they bring is enough for a change, without a word of a form
 * @param browsers new browsers of theirs, by the port of a desk
 */
public record Asker(
    String name, Role role, boolean person, boolean program, IntFunction<Browser> browsers) {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** What a desk answers them; a change carries what it must. */
  public HttpResponse<String> ask(int port, String method, String path) {
    Browser browser = browsers.apply(port);
    if (READING.contains(method)) {
      return browser.send(method, path, null);
    }
    String form =
        program ? "" : "csrf=" + browser.csrf(role == Role.ANYBODY ? "/sign-in" : "/account");
    return browser.send(method, path, form);
  }

  @Override
  public String toString() {
    return name;
  }
}
