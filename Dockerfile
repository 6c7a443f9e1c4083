# One image for every role: docker run keeling run ingest|enrich|sink|desk
#
# The jars are built inside by default. With jars built outside (./keeling help, or mvn package) and the labels of a release:
#   docker build --build-arg JARS=outside --build-arg VERSION=0.1.0 --build-arg REVISION="$(git rev-parse HEAD)" -t keeling:0.1.0 .
ARG JARS=inside

FROM maven:3.9-eclipse-temurin-21 AS inside
WORKDIR /keeling
COPY . .
ARG REVISION=unknown
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -pl app -am package -Dmaven.test.skip=true -Dkeeling.commit="${REVISION}"

FROM scratch AS outside
COPY app/target/lib /keeling/app/target/lib
COPY app/target/lib-embedded /keeling/app/target/lib-embedded

FROM ${JARS} AS jars

FROM eclipse-temurin:21-jre AS roles
RUN useradd --system --uid 10001 --home-dir /var/lib/keeling --create-home keeling \
 && mkdir -p /etc/keeling
COPY --from=jars /keeling/app/target/lib /opt/keeling/lib
# An archive of classes suits one class path only, so their order is written down.
RUN printf -- '-cp %s\n' "$(ls /opt/keeling/lib/*.jar | LC_ALL=C sort | paste -sd :)" >/opt/keeling/classpath
# The classes that roles load, read and verified once for all containers (AppCDS), which takes a quarter to a half off the
# processor time of a start: docs/studies/archive-of-classes.md. A run of the demo, up to two minutes, lists them.
FROM roles AS classes
COPY --from=jars /keeling/app/target/lib-embedded /opt/keeling/lib-embedded
USER 10001
WORKDIR /tmp
RUN java -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:DumpLoadedClassList=classes \
      -cp "$(sed 's/^-cp //' /opt/keeling/classpath):/opt/keeling/lib-embedded/*" \
      io.keeling.app.Keeling demo --data /tmp/demo >demo.log 2>&1 & demo=$! \
 && for second in $(seq 120); do \
      curl -fsS 'http://localhost:8080/api/articles?limit=1' 2>&1 | grep -Eq '"total":[1-9][0-9]' && break; sleep 1; \
    done; \
    curl -fsS http://localhost:8080/ http://localhost:8080/api/facets http://localhost:8081/metrics >/dev/null; \
    kill "$demo"; wait "$demo"; tail -3 demo.log; rm -rf /tmp/demo; \
    java -Xshare:dump -XX:+UseG1GC -XX:SharedClassListFile=classes -XX:SharedArchiveFile=keeling.jsa @/opt/keeling/classpath >dump.log 2>&1 \
 || { tail -5 dump.log; exit 1; }

FROM roles
COPY --from=classes --chown=root:root /tmp/keeling.jsa /opt/keeling/keeling.jsa
# The command by name, inside a container: kubectl exec, docker compose exec. The role beside it may fill most of the container's memory,
# so it is small: "doctor" has 80 MB of its own, other commands 35 (RssAnon). What needs more runs in a container of its own (docker compose run
# --rm cli), or is given it in KEELING_JAVA_OPTS.
COPY --chmod=755 deploy/image/keeling deploy/image/keeling-ready /usr/local/bin/
COPY LICENSE NOTICE /opt/keeling/
COPY keeling.yaml /etc/keeling/keeling.yaml
# By number, so that Kubernetes can see that it is not root.
USER 10001
WORKDIR /var/lib/keeling
VOLUME /var/lib/keeling
ENV KEELING_CONFIG=/etc/keeling/keeling.yaml
# An arena for each of many threads would keep more freed memory: docs/guarantees.md, Bounds.
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080 8081 8082 8083 8085 8090
# The heap is sized to the container; a process that runs out of it is restarted. The archive stays at the address it was made for: elsewhere
# each process has a copy of 100 MB.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseG1GC", "-XX:SharedArchiveFile=/opt/keeling/keeling.jsa", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-Djava.io.tmpdir=/tmp", "@/opt/keeling/classpath", "io.keeling.app.Keeling"]
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Keeling" \
      org.opencontainers.image.description="An event-driven pipeline for the world's climate news: every role." \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-SA-4.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
