package dev.swarmha.lab.parity;

import dev.swarmha.lab.DockerVersion;
import dev.swarmha.lab.parity.ParityCase.Place;
import dev.swarmha.lab.parity.ParityCase.Present;
import dev.swarmha.lab.parity.ParityCase.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the comment at the head of a case: lines of prose, and settings after {@code #:}. */
final class CaseHeader {

  private static final Set<String> KNOWN =
      Set.of(
          "files",
          "then",
          "input",
          "env",
          "present",
          "image",
          "forgotten",
          "resolve",
          "refused",
          "by-design",
          "random",
          "docker");

  private final Map<String, List<String>> settings = new TreeMap<>();

  /**
   * Reads a header.
   *
   * @param lines the whole file, of which everything from the first line without {@code #} is
   *     passed over
   */
  CaseHeader(List<String> lines) {
    boolean prose = false;
    for (String line : lines) {
      if (!line.startsWith("#")) {
        break;
      }
      prose |= line.startsWith("# ");
      if (line.startsWith("#: ")) {
        add(line.substring(3).strip());
      }
    }
    if (!prose) {
      throw new IllegalArgumentException("the header does not say what the case is about");
    }
  }

  private void add(String setting) {
    String[] parts = setting.split(" ", 2);
    if (!KNOWN.contains(parts[0]) || parts.length < 2) {
      throw new IllegalArgumentException("unknown or empty setting: " + setting);
    }
    settings.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1].strip());
  }

  Settings settings(List<String> files) {
    List<String> first = words("files").isEmpty() ? files : words("files");
    return new Settings(
        first,
        words("then"),
        all("input").stream().findFirst(),
        variables(),
        all("present").stream().map(CaseHeader::present).toList(),
        all("image"),
        all("forgotten"),
        all("resolve").stream().findFirst().orElse("never"),
        all("refused").stream().map(text -> place(first.get(0), text)).toList(),
        all("by-design").stream().findFirst(),
        all("random").stream().findFirst(),
        all("docker").stream().findFirst().map(DockerVersion::parse));
  }

  private List<String> all(String key) {
    return settings.getOrDefault(key, List.of());
  }

  private List<String> words(String key) {
    return all(key).stream().flatMap(text -> List.of(text.split(" ")).stream()).toList();
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    for (String text : all("env")) {
      int equals = text.indexOf('=');
      variables.put(text.substring(0, equals), text.substring(equals + 1));
    }
    return variables;
  }

  private static Present present(String text) {
    String[] parts = text.split(" ", 2);
    return new Present(parts[0] + "s", parts[1]);
  }

  /** {@code [FILE:]LINE [PATH]}. */
  private static Place place(String file, String text) {
    String[] parts = text.split(" ", 2);
    String path = parts.length == 2 ? parts[1] : "";
    int colon = parts[0].lastIndexOf(':');
    return new Place(
        colon < 0 ? file : parts[0].substring(0, colon),
        Integer.parseInt(parts[0].substring(colon + 1)),
        path);
  }
}
