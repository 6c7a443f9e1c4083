package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Box;
import java.util.List;

/**
 * What rules about single blocks may ask about the whole page.
 *
 * @param root the content root
 * @param title the headline, folded
 * @param authors the authors' names, folded
 * @param description what the page says of itself in its metadata, folded
 */
record BodyContext(Box root, String title, List<String> authors, String description) {}
