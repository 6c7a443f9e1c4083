package io.keeling.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.header.HeaderNames;
import io.keeling.contract.header.HeaderValues;
import io.keeling.contract.schema.Example;
import io.keeling.contract.source.Source;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSerdeTest {

  private static final String SECRET = "Grönland";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grönland",
        "{\"title\": Grönland}",
        "{\"id\": \"Grönland",
        "{\"id\": \"x\", \"kind\": \"Grönland\"}",
        "{\"id\": \"Grönland\", \"kind\": \"feed\", \"url\": \"u\", \"name\": \"n\"}",
        "{\"id\": \"x\", \"kind\": \"feed\", \"url\": {\"Grönland\": 1}}",
        "{\"id\": \"x\", \"kind\": \"feed\", \"url\": \"u\", \"name\": \"n\", \"every\": \"Grönland\"}",
        "[\"Grönland\"]"
      })
  void anErrorNamesTheRecordAndNeverQuotesIt(String json) {
    assertThatThrownBy(() -> ContractSerdes.SOURCE.deserialize("t", utf8(json)))
        .isInstanceOf(SerializationException.class)
        .hasNoCause()
        .hasMessageStartingWith("not a readable Source: ")
        .hasMessageNotContainingAny(SECRET, "Gr", "nland");
  }

  @Test
  void anErrorNamesThePlace() {
    assertThatThrownBy(() -> ContractSerdes.SOURCE.deserialize("t", utf8("{\n \"id\": oops}")))
        .hasMessageEndingWith(" at line 2, column 8");
  }

  @Test
  void anUnreadableDateIsAnErrorThatDoesNotQuoteIt() {
    ObjectNode article = Example.ARTICLE.full().deepCopy();
    article.put("publishedAt", SECRET);

    assertThatThrownBy(() -> ContractSerdes.ARTICLE.deserialize("t", utf8(article.toString())))
        .isInstanceOf(SerializationException.class)
        .hasNoCause()
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "1", "\"\"", "{\"id\":null}"})
  void whatIsNoSourceIsAnErrorAndNoTombstone(String json) {
    assertThatThrownBy(() -> ContractSerdes.SOURCE.deserialize("t", utf8(json)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aTombstoneIsNull() {
    assertThat(ContractSerdes.SOURCE.deserialize("t", (byte[]) null)).isNull();
    assertThat(ContractSerdes.SOURCE.serialize("t", null)).isNull();
  }

  @Test
  void unknownFieldsAreIgnored() {
    Source source =
        ContractSerdes.SOURCE.deserialize(
            "t",
            utf8(
                "{\"id\":\"x\",\"kind\":\"feed\",\"url\":\"u\",\"name\":\"n\",\"added\":{\"a\":[1]}}"));

    assertThat(source.id()).isEqualTo("x");
  }

  @Test
  void theSchemaHeaderIsSetOnce() {
    var headers = new RecordHeaders();
    HeaderValues.put(headers, HeaderNames.SCHEMA, "page/1");
    HeaderValues.put(headers, HeaderNames.TRACE, "trace-1");

    ContractSerdes.ARTICLE.serialize("t", headers, null);

    assertThat(headers.headers(HeaderNames.SCHEMA)).hasSize(1);
    assertThat(HeaderValues.get(headers, HeaderNames.SCHEMA)).isEqualTo("article/1");
    assertThat(HeaderValues.get(headers, HeaderNames.TRACE)).isEqualTo("trace-1");
  }

  @Test
  void offsetsKeepCountingTheSameCodeUnits() throws Exception {
    ObjectNode json = Example.ARTICLE.full().deepCopy();
    json.put("text", "🌍 ﬁre e\u0301 \ud83c lone");
    Article article = Json.MAPPER.treeToValue(json, Article.class);

    Article back =
        ContractSerdes.ARTICLE.deserialize("t", ContractSerdes.ARTICLE.serialize("t", article));

    assertThat(back.text()).isEqualTo(article.text());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
