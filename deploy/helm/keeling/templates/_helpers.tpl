{{- define "keeling.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{- end -}}
{{- end -}}

{{- define "keeling.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "keeling.labels" -}}
{{ include "keeling.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "keeling.image" -}}
{{- if .Values.image.digest -}}{{ printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else -}}{{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) }}{{- end -}}
{{- end -}}

{{- define "keeling.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (ternary (include "keeling.fullname" .) "default" .Values.serviceAccount.create) -}}
{{- end -}}

{{- define "keeling.healthPorts" -}}
ingest: 8081
enrich: 8082
sink: 8083
desk: 8085
{{- end -}}

{{/* Which roles keep state in a directory. */}}
{{- define "keeling.stateful" -}}
{{- if has . (list "ingest" "enrich" "desk") -}}yes{{- end -}}
{{- end -}}

{{- define "keeling.websub" -}}
{{- dig "ingest" "websub" "publicUrl" "" .Values.config -}}
{{- end -}}

{{/* What must not be, told before anything is made. */}}
{{- define "keeling.refusals" -}}
{{- $config := .Values.config -}}
{{- if hasKey (get $config "database" | default dict) "password" -}}
  {{- fail "config.database.password: no secrets in values; make a Secret and name it in database.sink and database.desk" -}}
{{- end -}}
{{- range $key := list "user" "passwordFile" -}}
  {{- if hasKey (get $config "database" | default dict) $key -}}
    {{- fail (printf "config.database.%s: each role has its own; say it in database.sink and database.desk" $key) -}}
  {{- end -}}
{{- end -}}
{{- range $key, $value := dig "kafka" "properties" dict $config -}}
  {{- if and (regexMatch "password|jaas|secret" $key) (not (hasPrefix "${" (toString $value))) -}}
    {{- fail (printf "config.kafka.properties.%s: no secrets in values; make a Secret and name it in kafka.users" $key) -}}
  {{- end -}}
{{- end -}}
{{- range $role := list "ingest" "enrich" "sink" -}}
  {{- $scaling := (get $.Values $role).autoscaling -}}
  {{- $most := ternary $scaling.max (get $.Values $role).replicas $scaling.enabled -}}
  {{- if gt (int $most) (int $.Values.kafka.partitions) -}}
    {{- fail (printf "%s: %d instances are more than topics have partitions (kafka.partitions: %d); the rest would do nothing" $role (int $most) (int $.Values.kafka.partitions)) -}}
  {{- end -}}
{{- end -}}
{{- if and .Values.keda.enabled (not .Values.keda.prometheus) -}}{{- fail "keda.prometheus: the address of the Prometheus that knows keeling_lag_records" -}}{{- end -}}
{{- if .Values.networkPolicy.enabled -}}
  {{- if not .Values.networkPolicy.kafka -}}{{- fail "networkPolicy.kafka: say where the brokers are, as peers of a NetworkPolicy" -}}{{- end -}}
  {{- if not .Values.networkPolicy.database -}}{{- fail "networkPolicy.database: say where PostgreSQL is, as peers of a NetworkPolicy" -}}{{- end -}}
  {{- if and (dig "telemetry" "otlp" "endpoint" "" $config) (not .Values.networkPolicy.telemetry) -}}{{- fail "networkPolicy.telemetry: say where the collector is, as peers of a NetworkPolicy" -}}{{- end -}}
{{- end -}}
{{- end -}}

{{/* keeling.yaml: what the values say, and over it what the chart decides. Secrets are files, named in it. */}}
{{- define "keeling.config" -}}
{{- $kafka := dict "bootstrapServers" .Values.kafka.bootstrapServers "partitions" .Values.kafka.partitions "replicas" .Values.kafka.replicas -}}
{{- $properties := dict -}}
{{- $tls := .Values.kafka.authority.secret -}}
{{- if $tls -}}
  {{- $_ := set $properties "ssl.truststore.type" "PEM" -}}
  {{- $_ := set $properties "ssl.truststore.location" (printf "/run/secrets/keeling/kafka-authority/%s" .Values.kafka.authority.key) -}}
{{- end -}}
{{- if ne .Values.kafka.login "none" -}}
  {{- $_ := set $properties "config.providers" "directory" -}}
  {{- $_ := set $properties "config.providers.directory.class" "org.apache.kafka.common.config.provider.DirectoryConfigProvider" -}}
{{- end -}}
{{- if eq .Values.kafka.login "scram" -}}
  {{- $_ := set $properties "security.protocol" (ternary "SASL_SSL" "SASL_PLAINTEXT" (ne $tls "")) -}}
  {{- $_ := set $properties "sasl.mechanism" "SCRAM-SHA-512" -}}
  {{- $_ := set $properties "sasl.jaas.config" "${directory:/run/secrets/keeling/kafka:sasl.jaas.config}" -}}
{{- else if eq .Values.kafka.login "certificate" -}}
  {{- $_ := set $properties "security.protocol" "SSL" -}}
  {{- $_ := set $properties "ssl.keystore.type" "PKCS12" -}}
  {{- $_ := set $properties "ssl.keystore.location" "/run/secrets/keeling/kafka/user.p12" -}}
  {{- $_ := set $properties "ssl.keystore.password" "${directory:/run/secrets/keeling/kafka:user.password}" -}}
{{- else if $tls -}}
  {{- $_ := set $properties "security.protocol" "SSL" -}}
{{- end -}}
{{- if $properties -}}{{- $_ := set $kafka "properties" $properties -}}{{- end -}}
{{- $url := printf "jdbc:postgresql://%s:%d/%s" .Values.database.host (int .Values.database.port) .Values.database.name -}}
{{- if .Values.database.authority.secret -}}
  {{- $url = printf "%s?sslmode=verify-full&sslrootcert=/run/secrets/keeling/database-authority/%s" $url .Values.database.authority.key -}}
{{- end -}}
{{- $ports := include "keeling.healthPorts" . | fromYaml -}}
{{- $ours := dict "kafka" $kafka
  "database" (dict "url" $url)
  "desk" (dict "bindAddress" "0.0.0.0" "port" 8080 "search" (dict "directory" "/var/lib/keeling/search"))
  "ingest" (dict "streams" (dict "stateDirectory" "/var/lib/keeling/ingest"))
  "enrich" (dict "stateDirectory" "/var/lib/keeling/enrich")
  "health" (dict "bindAddress" "0.0.0.0" "ingestPort" (int $ports.ingest) "enrichPort" (int $ports.enrich) "sinkPort" (int $ports.sink) "deskPort" (int $ports.desk)) -}}
{{- if include "keeling.websub" . -}}
  {{- $_ := set $ours.ingest "websub" (dict "bindAddress" "0.0.0.0" "port" 8084) -}}
{{- end -}}
{{- mergeOverwrite (deepCopy .Values.config) $ours | toYaml -}}
{{- end -}}
