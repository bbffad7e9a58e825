package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.List;

/**
 * The rules for the keys by which compose files are put together. They have done their work when
 * all files are one.
 */
final class ComposeLoadingRows {

  private static final String SERVICE = "services.*.";

  private ComposeLoadingRows() {}

  static void change(PathTable.Builder<Rule> table) {
    table
        .set(
            "version",
            Rule.of(Type.TEXT, Type.NUMBER)
                .ignored("ignored: the compose specification has one version only"))
        .set("name", Rule.text())
        .set(SERVICE + "extends", Rule.of(Type.TEXT, Type.MAPPING).requires("service"))
        .set(SERVICE + "extends.service", Rule.text())
        .set(SERVICE + "extends.file", Rule.text())
        .set(SERVICE + "profiles", Rule.list())
        .set(SERVICE + "profiles.[]", Rule.text());
    include(table);
    environmentFiles(table);
    nothing(table);
  }

  private static void nothing(PathTable.Builder<Rule> table) {
    // Null takes back what an earlier file says.
    Rule words = Rule.of(Type.TEXT, Type.LIST).or(Type.NULL);
    for (String key : List.of("command", "entrypoint")) {
      table.set(SERVICE + key, words.that(Formats.COMMAND));
    }
    table.set(SERVICE + "healthcheck.test", words);
    // An earlier file may say more; what is missing in the end is told then.
    Rule entry = Rule.mapping().or(Type.NULL).with(Trait.EXTENSIBLE);
    for (String section : List.of("services", "secrets", "configs")) {
      table.set(section + ".*", entry);
    }
  }

  private static void include(PathTable.Builder<Rule> table) {
    table
        .set("include", Rule.list())
        .set("include.[]", Rule.of(Type.TEXT, Type.MAPPING).requires("path"))
        .set("include.[].path", Rule.of(Type.TEXT, Type.LIST))
        .set("include.[].path.[]", Rule.text())
        .set("include.[].project_directory", Rule.text())
        .set("include.[].env_file", Rule.of(Type.TEXT, Type.LIST))
        .set("include.[].env_file.[]", Rule.text());
  }

  private static void environmentFiles(PathTable.Builder<Rule> table) {
    String path = SERVICE + "env_file";
    table
        .set(path, Rule.of(Type.TEXT, Type.LIST))
        .set(path + ".[]", Rule.of(Type.TEXT, Type.MAPPING).requires("path"))
        .set(path + ".[].path", Rule.text())
        .set(path + ".[].required", Rule.flag())
        .set(path + ".[].format", Rule.text(Check.oneOf("raw")));
  }
}
