/** Our name finder beside Stanford CoreNLP's. */
@NullMarked
package io.keeling.bench.corenlp;

import org.jspecify.annotations.NullMarked;
