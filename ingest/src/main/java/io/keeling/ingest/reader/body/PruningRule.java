package io.keeling.ingest.reader.body;

import io.keeling.ingest.reader.outline.Block;
import java.util.function.BiPredicate;

/**
 * One reason to leave a block out that stands inside the content root.
 *
 * @param name how it is called in explanations
 * @param drops whether it strikes a block
 */
record PruningRule(String name, BiPredicate<Block, BodyContext> drops) {}
