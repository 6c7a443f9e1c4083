package io.keeling.ingest.frontier.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keeling.contract.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source entered or left the catalogue, or changed in it; on its way to the frontier of its host.
 *
 * @param id the source's id
 * @param source what it is now, null if it is gone from this host
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceChanged(String id, @Nullable Source source) implements FrontierEvent {}
