package io.keeling.feeds.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a request has no better answer. Immutable and safe to share between threads.
 *
 * @param status HTTP status code
 * @param title a few words, the heading of the page that says so
 * @param message one line for a person: what is wrong and what to do
 * @param parameter the parameter that is not allowed, if that is it
 */
public record Failure(int status, String title, String message, @Nullable String parameter) {

  /** A parameter that is not allowed. */
  public static Failure badParameter(String parameter, String message) {
    return new Failure(400, "That query does not work", message, parameter);
  }

  /** Nothing at an address. */
  public static Failure notFound(String message) {
    return new Failure(404, "Nothing here", message, null);
  }

  /** The desk cannot answer now. */
  public static Failure away(String message) {
    return new Failure(503, "The desk is closed for a moment", message, null);
  }

  /** How it is told to a program. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(int status, String error, @Nullable String parameter) {}

  Body body() {
    return new Body(status, message, parameter);
  }
}
