package io.keeling.verifier.workload;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One record that is sent into the pipeline, and what must become of it. Nobody writes to the
 * record, so threads may share it.
 *
 * @param number counts from 1
 * @param trace the record's trace id, by which everything that comes of it is known
 * @param record what is sent
 * @param effect what must become of it
 */
public record Step(
    int number, String trace, ProducerRecord<String, byte[]> record, Effect effect) {}
