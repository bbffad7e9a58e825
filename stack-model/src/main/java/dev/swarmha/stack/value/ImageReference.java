package dev.swarmha.stack.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image, read by the grammar of the distribution project's reference package.
 *
 * @param domain the registry's host, {@code docker.io} where none is named; empty where the first
 *     part looks like one and is none, as in {@code my_host.lan/app}
 * @param path the repository below it, {@code library/} included where Docker Hub has it
 */
public record ImageReference(
    String domain, String path, Optional<String> tag, Optional<String> digest) {

  private static final String HUB = "docker.io";
  private static final String OFFICIAL = "library/";
  private static final Pattern ID = Pattern.compile("[a-f0-9]{64}");
  // distribution/reference allows names of 255; tag and digest come on top.
  private static final int LONGEST = 1_000;
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<name>[^@]+?)(?::(?<tag>\\w[\\w.-]{0,127}))?"
              + "(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
              + "|\\[[a-fA-F0-9:]+])(?::[0-9]+)?");
  private static final Pattern PATH =
      Pattern.compile(
          "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");

  /** Whether the text names an image by id or digest alone, which is left as it is. */
  public static boolean isIdentifier(String text) {
    return ID.matcher(text).matches() || text.matches("[a-z0-9]+:[a-f0-9]{64}");
  }

  /**
   * Reads a name.
   *
   * @throws ValueException when the text is none
   */
  public static ImageReference parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (text.length() > LONGEST || ID.matcher(text).matches() || !parts.matches()) {
      throw invalid(text, "");
    }
    String name = parts.group("name");
    int slash = name.indexOf('/');
    boolean hosted = slash > 0 && isDomain(name.substring(0, slash));
    String domain = hosted ? name.substring(0, slash) : HUB;
    String path = hosted ? name.substring(slash + 1) : name;
    if (domain.equals("index.docker.io")) {
      domain = HUB;
    }
    if (domain.equals(HUB) && path.indexOf('/') < 0) {
      path = OFFICIAL + path;
    }
    if (!DOMAIN.matcher(domain).matches() && PATH.matcher(name).matches()) {
      domain = "";
      path = name;
    } else if (!PATH.matcher(path).matches() || !DOMAIN.matcher(domain).matches()) {
      boolean lowerCaseHelps = PATH.matcher(path.toLowerCase(Locale.ROOT)).matches();
      throw invalid(text, lowerCaseHelps ? "the repository name must be in lower case" : "");
    }
    return new ImageReference(
        domain,
        path,
        Optional.ofNullable(parts.group("tag")),
        Optional.ofNullable(parts.group("digest")));
  }

  private static boolean isDomain(String first) {
    return first.contains(".")
        || first.contains(":")
        || first.equals("localhost")
        || !first.toLowerCase(Locale.ROOT).equals(first);
  }

  /**
   * The form in which the docker CLI sends images: {@code :latest} where there is neither tag nor
   * digest, and what Docker Hub implies left out.
   */
  public String tagged() {
    String version = tag.map(text -> ":" + text).orElse(digest.isPresent() ? "" : ":latest");
    return familiarName() + version + digest.map(text -> "@" + text).orElse("");
  }

  private String familiarName() {
    if (!domain.equals(HUB)) {
      return domain.isEmpty() ? path : domain + "/" + path;
    }
    String rest = path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
    return rest.contains("/") && path.startsWith(OFFICIAL) ? path : rest;
  }

  private static ValueException invalid(String text, String hint) {
    return new ValueException("\"" + text + "\" is not an image reference", hint);
  }
}
