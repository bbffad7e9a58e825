package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/**
 * What the compose specification has otherwise than file format 3 for the top level and its
 * sections.
 */
final class ComposeSectionRows {

  private ComposeSectionRows() {}

  static void change(PathTable.Builder<Rule> table) {
    table
        .set("name", Rule.text())
        .set("models", Rule.mapping().ignored("ignored: nothing in a swarm runs models"))
        .set("models.*", Rule.anything());
    networks(table);
    for (String section : new String[] {"secrets", "configs"}) {
      table.set(section + ".*.environment", Rule.text());
    }
    table
        .set("configs.*.content", Rule.text())
        .set(
            "secrets.*.content",
            Rule.refused("only configs have it; name a variable under \"environment\", or a file"));
  }

  private static void networks(PathTable.Builder<Rule> table) {
    String pool = "networks.*.ipam.config.[].";
    table
        .set("networks.*.enable_ipv4", Rule.flag())
        .set("networks.*.enable_ipv6", Rule.flag())
        .set("networks.*.ipam.options", Rule.mapping())
        .set("networks.*.ipam.options.*", Rule.text())
        .set(pool + "gateway", Rule.text())
        .set(pool + "ip_range", Rule.text())
        .set(pool + "aux_addresses", Rule.mapping())
        .set(pool + "aux_addresses.*", Rule.text());
  }
}
