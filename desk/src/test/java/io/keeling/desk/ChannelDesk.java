package io.keeling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.serde.Json;
import io.keeling.desk.access.Account;
import io.keeling.desk.access.Role;
import io.keeling.desk.access.Scope;
import io.keeling.desk.accounts.store.Tokens;
import io.keeling.desk.running.Browser;
import io.keeling.desk.saved.alert.Receiver;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk whose searches have alerts, a receiver for them, and what editors do with both. */
abstract class ChannelDesk extends StaffedDesk {

  Receiver receiver;

  @BeforeEach
  void openReceiver() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  List<Integer> places(String page) {
    return desk.json("/api" + page).get("channels").findValues("place").stream()
        .map(JsonNode::asInt)
        .toList();
  }

  String error(HttpResponse<String> refused) throws Exception {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return Json.MAPPER.readTree(refused.body()).get("error").asText();
  }

  String id(HttpResponse<String> saved) throws Exception {
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    return Json.MAPPER.readTree(saved.body()).get("id").asText();
  }

  HttpResponse<String> save(String who, String name, ObjectNode... channels) {
    return as(who, "POST", "/api/searches", body(name, channels).toString());
  }

  ObjectNode body(String name, ObjectNode... channels) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("name", name).put("query", "q=coal");
    ArrayNode list = body.putArray("channels");
    list.addAll(List.of(channels));
    return body;
  }

  ObjectNode channel(String channel, String target, String rhythm) {
    return Json.MAPPER.valueToTree(Map.of("channel", channel, "target", target, "rhythm", rhythm));
  }

  HttpResponse<String> as(String who, String method, String path, String body) {
    return desk.send(method, path, body, "Authorization", "Bearer " + token(who));
  }

  String token(String who) {
    Account account = staff.of(who, Role.EDITOR);
    return new Tokens(staff.database()).make(account, "test", Scope.WRITE, 1).orElseThrow();
  }

  Browser browser(String who) {
    return new Browser(desk.at("/").getPort())
        .withCookie("keeling-session", staff.session(staff.of(who, Role.EDITOR)));
  }
}
