package dev.swarmha.stack.render;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.parse.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Represent;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Writes a document as YAML in block style, keys in their order. Texts that a reader could take for
 * something else are quoted, so that reading the text gives the document back.
 */
public final class YamlWriter {

  /** Of configs, secrets and temporary file systems; other modes are words. */
  private static final String MODE = "mode";

  private static final Tag OCTAL_TAG = new Tag("!octal-digits-of-swarmha");

  private static final Pattern OCTAL = Pattern.compile(OCTAL_TAG.getValue() + " '(0[0-7]+)'");

  private YamlWriter() {}

  public static String write(Document document) {
    return dump(plain(document));
  }

  /**
   * The same, of a stack file: permission bits in octal digits. Docker and swarmha read a number
   * that begins with 0 so; who reads the file does, too.
   */
  public static String writeStackFile(Mapping file) {
    // SnakeYAML never leaves a number that begins with 0 without quotes.
    return OCTAL.matcher(dump(plain(file, ""))).replaceAll("$1");
  }

  private static String dump(@Nullable Object plain) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    options.setDereferenceAliases(true);
    options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
    return new Yaml(new QuotingRepresenter(options), options).dump(plain);
  }

  private static @Nullable Object plain(Document document, String key) {
    if (document instanceof Mapping mapping) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      mapping.entries().forEach((name, value) -> entries.put(name, plain(value, name)));
      return entries;
    }
    if (document instanceof Sequence sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(plain(item, "")));
      return items;
    }
    Optional<Long> bits = key.equals(MODE) ? document.asLong() : Optional.empty();
    return bits.filter(any -> document.asText().isEmpty())
        .filter(number -> number > 0)
        .<@Nullable Object>map(Octal::new)
        .orElseGet(() -> ((Scalar) document).value());
  }

  /** A whole number that is written in octal digits. */
  private record Octal(long value) {}

  private static @Nullable Object plain(Document document) {
    if (document instanceof Mapping mapping) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, value) -> entries.put(key, plain(value)));
      return entries;
    }
    if (document instanceof Sequence sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(plain(item)));
      return items;
    }
    return ((Scalar) document).value();
  }

  /**
   * SnakeYAML quotes what YAML 1.1 has for numbers and truth values, but for single letters;
   * go-yaml has others.
   */
  private static final class QuotingRepresenter extends Representer {
    /** Read as true and false by older docker CLIs, which go by YAML 1.1. */
    private static final Set<String> LETTERS = Set.of("y", "Y", "n", "N");

    private static final String LINE_ENDS = "\u2028\u2029\ufeff";
    private static final int NO_CHARACTER = 0xfffe;

    private final Represent own;

    QuotingRepresenter(DumperOptions options) {
      super(options);
      this.own = requireNonNull(representers.get(String.class));
      representers.put(String.class, this::text);
      representers.put(Octal.class, this::octal);
    }

    private Node octal(Object object) {
      return representScalar(OCTAL_TAG, "0" + Long.toOctalString(((Octal) object).value()));
    }

    private Node text(Object object) {
      String text = object.toString();
      if (text.chars().anyMatch(QuotingRepresenter::isEscaped)) {
        return representScalar(Tag.STR, text, ScalarStyle.DOUBLE_QUOTED);
      }
      return PlainText.isText(text) && !LETTERS.contains(text)
          ? own.representData(text)
          : representScalar(Tag.STR, text, ScalarStyle.SINGLE_QUOTED);
    }

    /**
     * What readers take for the end of a line or the beginning of a text, or do not take at all.
     */
    private static boolean isEscaped(int character) {
      boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
      return control || LINE_ENDS.indexOf(character) >= 0 || character >= NO_CHARACTER;
    }
  }
}
