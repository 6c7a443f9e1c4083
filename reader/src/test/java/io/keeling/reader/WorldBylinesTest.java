package io.keeling.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keeling.contract.article.Article;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bylines as newspapers around the world write them: by-words, orders and shapes of names. */
class WorldBylinesTest {

  static Stream<Arguments> bylines() {
    return Stream.of(
        arguments("no", "<div>Skrevet av Kjersti Haugland</div>", List.of("Kjersti Haugland")),
        arguments(
            "no", "<div>Tekst: Øyvind Moe</div><div>Foto: Siri Lund</div>", List.of("Øyvind Moe")),
        arguments("no", "<div>Journalist Kjersti Haugland</div>", List.of("Kjersti Haugland")),
        arguments(
            "no",
            "<p>Kjersti Haugland<br>Journalist</p><p>Publisert 4. mars 2024 kl. 10.30</p>",
            List.of("Kjersti Haugland")),
        arguments(
            "da",
            "<div>Af Mette Skov og Søren Dahl, politisk redaktør</div>",
            List.of("Mette Skov", "Søren Dahl")),
        arguments(
            "sv",
            "<div>Text: Åsa Lindgren och Pär Holm</div>",
            List.of("Åsa Lindgren", "Pär Holm")),
        arguments(
            "fi", "<div>Teksti Päivi Korhonen, kuvat Timo Laine</div>", List.of("Päivi Korhonen")),
        arguments("it", "<div>di Giulia Ferri</div>", List.of("Giulia Ferri")),
        arguments(
            "it",
            "<div>a cura di Gianluca Conti e Chiara Riva</div>",
            List.of("Gianluca Conti", "Chiara Riva")),
        arguments("it", "<div>dal nostro inviato Gianluca Conti</div>", List.of("Gianluca Conti")),
        arguments("it", "<div>di Redazione</div>", List.of("Redazione")),
        arguments(
            "pt",
            "<div>Por João Ribeiro da Costa, repórter</div>",
            List.of("João Ribeiro da Costa")),
        arguments(
            "pt",
            "<div>Texto de Inês Moura e Tiago Pinto</div>",
            List.of("Inês Moura", "Tiago Pinto")),
        arguments("pt", "<div>Da Redação</div>", List.of("Redação")),
        arguments(
            "es", "<div>Redactado por Lucía Ferrer, corresponsal</div>", List.of("Lucía Ferrer")),
        arguments("ro", "<div>De Ioana Munteanu</div>", List.of("Ioana Munteanu")),
        arguments(
            "ro",
            "<div>Scris de Ioana Munteanu și Andrei Pop</div>",
            List.of("Ioana Munteanu", "Andrei Pop")),
        arguments("pl", "<div>Autor: Małgorzata Zielińska</div>", List.of("Małgorzata Zielińska")),
        arguments("pl", "<div>oprac. Krzysztof Wilk</div>", List.of("Krzysztof Wilk")),
        arguments(
            "pl",
            "<div>Małgorzata Zielińska, dziennikarka</div><time datetime='2024-03-04'>4 marca 2024</time>",
            List.of("Małgorzata Zielińska")),
        arguments("tr", "<div>Haber: Ayşegül Demirtaş</div>", List.of("Ayşegül Demirtaş")),
        arguments("tr", "<div>YAZAN: AYŞEGÜL IŞIK</div>", List.of("Ayşegül Işık")),
        arguments(
            "tr",
            "<div>Haber Merkezi</div><time datetime='2024-03-04'>04.03.2024 10:30</time>",
            List.of("Haber Merkezi")),
        arguments("hr", "<div>Piše: Dražen Kovač</div>", List.of("Dražen Kovač")),
        arguments("hr", "<div>Autor: Dražen Kovač / Hina</div>", List.of("Dražen Kovač")),
        arguments("sr", "<div>Пише: Милица Петровић</div>", List.of("Милица Петровић")),
        arguments("sl", "<div>Piše Mojca Zupan</div>", List.of("Mojca Zupan")),
        arguments("bg", "<div>Автор: Десислава Колева</div>", List.of("Десислава Колева")),
        arguments("sq", "<div>Nga Arben Hoxha</div>", List.of("Arben Hoxha")),
        arguments("el", "<div>Γράφει ο Γιώργος Παππάς</div>", List.of("Γιώργος Παππάς")),
        arguments("hu", "<div>Írta: Kovács Zoltán</div>", List.of("Kovács Zoltán")),
        arguments(
            "cs",
            "<div>Jan Novotný a Petra Malá, redaktorka</div><time datetime='2024-03-04'>4. března 2024</time>",
            List.of("Jan Novotný", "Petra Malá")),
        arguments(
            "ru",
            "<div>Текст: Екатерина Орлова, Михаил Зимин</div>",
            List.of("Екатерина Орлова", "Михаил Зимин")),
        arguments(
            "uk",
            "<div>Автор: Оксана Бондар та Тарас Гнатюк</div>",
            List.of("Оксана Бондар", "Тарас Гнатюк")),
        arguments("ar", "<div>بقلم: أحمد الخطيب</div>", List.of("أحمد الخطيب")),
        arguments("ar", "<div>كتبت: فاطمة الزهراء</div>", List.of("فاطمة الزهراء")),
        arguments(
            "ar", "<div>كتب أحمد الخطيب، محمود سالم</div>", List.of("أحمد الخطيب", "محمود سالم")),
        arguments("hi", "<div>लेखक: राहुल वर्मा</div>", List.of("राहुल वर्मा")),
        arguments(
            "hi",
            "<div>राहुल वर्मा, संवाददाता</div><time datetime='2024-03-04'>4 मार्च 2024</time>",
            List.of("राहुल वर्मा")),
        arguments(
            "hi",
            "<div>Written By: Priyanka Sharma | Edited By: Anand Rao</div>",
            List.of("Priyanka Sharma")),
        arguments("ja", "<div>取材・文／山田太郎</div>", List.of("山田太郎")),
        arguments("ja", "<div>山田太郎記者</div>", List.of("山田太郎")),
        arguments("ja", "<div>文：ジョン・スミス</div>", List.of("ジョン・スミス")),
        arguments("ja", "<div>執筆：長谷川 真理子</div>", List.of("長谷川 真理子")),
        arguments("ko", "<div>홍길동 기자</div>", List.of("홍길동")),
        arguments("ko", "<div>홍길동·김영희 기자</div>", List.of("홍길동", "김영희")),
        arguments("zh", "<div>本报记者 王小明 李华</div>", List.of("王小明", "李华")),
        arguments("zh", "<div>記者王小明／台北報導</div>", List.of("王小明")),
        arguments("id", "<div>Oleh: Bambang Wijaya</div>", List.of("Bambang Wijaya")),
        arguments("vi", "<div>Tác giả: Nguyễn Thanh Hà</div>", List.of("Nguyễn Thanh Hà")),
        arguments("uk", "<div>Автор: Oleh Pavliuk</div>", List.of("Oleh Pavliuk")),
        arguments("id", "<div>Oleh Bambang Wijaya</div>", List.of("Bambang Wijaya")),
        arguments(
            "en",
            "<div>Oleh Pavliuk</div><time datetime='2024-03-04'>4 March 2024</time>",
            List.of("Oleh Pavliuk")),
        arguments("en", "<div>By Julio Portal</div>", List.of("Julio Portal")),
        arguments("it", "<div>di Rosa Maggio</div>", List.of("Rosa Maggio")),
        arguments(
            "en",
            "<div>By John E Smith and Priya A Nair</div>",
            List.of("John E Smith", "Priya A Nair")),
        arguments(
            "es",
            "<div>JUAN FERRER Y ANA SOLER</div><time datetime='2024-03-04'>4 marzo 2024</time>",
            List.of("Juan Ferrer", "Ana Soler")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bylines")
  void readsTheNamesOfAByline(String language, String byline, List<String> names) {
    assertThat(article(language, "", byline).authors()).isEqualTo(names);
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        arguments("Zoe Munoz", "Zoë Muñoz"),
        arguments("Malgorzata Zielinska", "Małgorzata Zielińska"),
        arguments("Juergen Grass", "Jürgen Graß"),
        arguments("Aase Soerensen", "Åse Sørensen"),
        arguments("Zoé Munoz", "Zoé Muñoz"),
        arguments("Jürgen Graß", "Jürgen Graß"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spellings")
  void spellsANameAsThePageDoesWhereMetadataCannot(String declared, String shown) {
    String data =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\""
            + declared
            + "\"}}</script>";

    assertThat(article("en", data, "<div>" + shown + ", Oslo</div>").authors())
        .containsExactly(shown);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("no", "<div>Redaktør og ansvarlig utgiver</div>"),
        arguments("tr", "<div>Yazı Tipi</div>"),
        arguments("it", "<div>Tempo di lettura</div>"),
        arguments("nl", "<div>De Volkskrant</div>"),
        arguments("ar", "<div>تقرير الأمم المتحدة</div>"),
        arguments("hi", "<div>रिपोर्ट कार्ड</div>"),
        arguments("pt", "<div>De volta ao rio</div>"),
        arguments("ja", "<div>文化 社会</div>"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("others")
  void takesNoOtherLineForAByline(String language, String line) {
    assertThat(article(language, "", line).authors()).isEmpty();
  }

  private static Article article(String language, String head, String line) {
    String words =
        "The river was high again this week, and the town's council met to decide how the dike is to"
            + " be raised before winter, which engineers have asked for since the last flood.";
    return ((Reading.Readable)
            PagesOfOurs.readPage(
                "<html lang='"
                    + language
                    + "'><head><title>The dike is raised before winter</title><meta property='og:title'"
                    + " content='The dike is raised before winter'>"
                    + head
                    + "</head><body><article><h1>The dike is raised before winter</h1>"
                    + line
                    + "<p>"
                    + words
                    + "</p><p>"
                    + words.replace("river", "canal")
                    + "</p></article></body></html>"))
        .article();
  }
}
