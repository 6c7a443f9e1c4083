package io.keeling.desk.running;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody's browser at a desk: keeps cookies, sends forms, follows nothing by itself. */
public final class Browser {

  /** It keeps nothing of those who share it. */
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Browser(int port) {
    this.port = port;
    headers.put("Accept", "text/html");
  }

  /** The same with a header in each request; an empty value takes it away. */
  public Browser with(String header, String value) {
    if (value.isEmpty()) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return this;
  }

  /** The same with a cookie. */
  public Browser withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The value of a cookie, empty where there is none. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** Where an answer redirects to; empty if it does not. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  /** What is on a page. */
  public Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  /**
   * Sends a form.
   *
   * @param fields names and values by turns
   */
  public HttpResponse<String> post(String path, String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return send("POST", path, encoded(form));
  }

  /** Sends a form of a page as it stands there, with what somebody types. */
  public HttpResponse<String> submit(Document page, String action, String... typed) {
    Element form = page.selectFirst("form[action='" + action + "']");
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element input : form.select("input, select, textarea")) {
      fields.put(input.attr("name"), value(input));
    }
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    return send("POST", action, encoded(fields));
  }

  private static String value(Element input) {
    if (!input.tagName().equals("select")) {
      return input.tagName().equals("textarea") ? input.wholeText() : input.val();
    }
    Element chosen = input.selectFirst("option[selected]");
    return (chosen != null ? chosen : input.selectFirst("option")).val();
  }

  /** What a form on a page must carry. */
  public String csrf(String path) {
    return page(path).selectFirst("input[name=csrf]").val();
  }

  /** Asks. */
  public HttpResponse<String> send(String method, String path, String form) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
    headers.forEach(request::header);
    if (form != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String pair = header.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    String value = pair.substring(pair.indexOf('=') + 1);
    if (value.isEmpty()) {
      cookies.remove(name);
    } else {
      cookies.put(name, value);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
