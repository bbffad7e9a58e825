package dev.swarmha.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in the language of man(7), made line by line. */
final class Troff {

  private final List<String> lines = new ArrayList<>();

  /** A page of section 1; dates and versions would only make pages differ. */
  Troff(String name) {
    lines.add(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" swarmha swarmha");
    lines.add(".nh"); // names of options and files are to be found by searching
    lines.add(".ad l");
  }

  Troff section(String title) {
    lines.add(".SH " + title);
    return this;
  }

  Troff text(String text) {
    text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> escaped(line.strip()))
        .forEach(lines::add);
    return this;
  }

  /** Words in bold, and text that is indented below them. */
  Troff item(String words, String text) {
    lines.add(".TP");
    lines.add(bold(words));
    return text(text);
  }

  /** Each of them with an empty line before it. */
  Troff paragraphs(List<String> paragraphs) {
    paragraphs.forEach(paragraph -> raw(".PP").text(paragraph));
    return this;
  }

  /** Lines as they are. */
  Troff verbatim(List<String> text) {
    lines.add(".nf");
    text.forEach(line -> lines.add(escaped(line)));
    lines.add(".fi");
    return this;
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  Troff raw(String line) {
    lines.add(line);
    return this;
  }

  String page() {
    return String.join("\n", lines) + "\n";
  }

  /** What would be a request, or a character of typography, stands for itself. */
  private static String escaped(String text) {
    String plain =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("`", "\\(ga")
            .replace("^", "\\(ha")
            .replace("~", "\\(ti");
    return plain.startsWith(".") ? "\\&" + plain : plain;
  }
}
