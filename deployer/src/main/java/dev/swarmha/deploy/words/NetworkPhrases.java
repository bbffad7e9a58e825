package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.PathTable;

/** How a stack file says what a network's spec does. */
final class NetworkPhrases {

  private NetworkPhrases() {}

  static PathTable<Phrase> table() {
    return PathTable.<Phrase>builder()
        .row("Name", Phrase.at("name"))
        .row("Driver", Phrase.at("driver"))
        .row("Options.*", Phrase.at("driver_opts.*"))
        .row("Internal", Phrase.at("internal").unless(Document.bool(false)))
        .row("Attachable", Phrase.at("attachable").unless(Document.bool(false)))
        .row("Labels.*", Phrase.at("labels.*"))
        .row("IPAM.Driver", Phrase.at("ipam.driver").unless("default").unless(""))
        .row("IPAM.Options.*", Phrase.at("ipam.options.*"))
        .row("IPAM.Config.[].Subnet", Phrase.at("ipam.config.[].subnet").unless(""))
        .row("IPAM.Config.[].IPRange", Phrase.at("ipam.config.[].ip_range").unless(""))
        .row("IPAM.Config.[].Gateway", Phrase.at("ipam.config.[].gateway").unless(""))
        .row("IPAM.Config.[].AuxiliaryAddresses.*", Phrase.at("ipam.config.[].aux_addresses.*"))
        .row("Scope", Phrase.silence())
        .row("EnableIPv4", Phrase.at("enable_ipv4").unless(Document.bool(true)))
        .row("EnableIPv6", Phrase.at("enable_ipv6").unless(Document.bool(false)))
        .build();
  }
}
