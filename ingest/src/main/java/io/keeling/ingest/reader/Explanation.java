package io.keeling.ingest.reader;

import io.keeling.ingest.reader.body.Body;
import io.keeling.ingest.reader.metadata.Candidate;
import java.util.List;

/**
 * A reading with the reasons for it.
 *
 * @param reading what became of the page
 * @param candidates what was considered for each field of the metadata
 * @param body the text and the decision about each block
 */
public record Explanation(Reading reading, List<Candidate> candidates, Body body) {}
