# Ruby's mail gem (Debian: ruby-mail).
require 'json'
require 'mail'

def leaves(part)
  part.multipart? ? part.parts.flat_map { |each| leaves(each) } : [part]
end

QUESTIONS = {
  'from' => ->(m) { [m.from].flatten.compact.select { |each| each.include?('@') } },
  'subject' => ->(m) { m.subject },
  'words' => ->(m) { m.subject },
  'sender' => ->(m) { m.sender },
  'x-a' => ->(m) { [m['X-A']].flatten.compact.map { |each| each.value.to_s }.first },
  'date' => ->(m) { m.date && m.date.to_time.to_i },
  'type' => ->(m) { m.mime_type },
  'name' => ->(m) { leaves(m).map(&:filename).compact.first },
  'text' => ->(m) { leaves(m).map { |each| each.body.decoded } }
}.freeze

def plain(answer)
  case answer
  when Array then answer.map { |each| plain(each) }
  when String
    octets = answer.dup
    octets.encoding == Encoding::UTF_8 && octets.valid_encoding? ? octets : octets.b.force_encoding('ISO-8859-1').encode('UTF-8')
  else answer
  end
end

puts "Ruby mail #{Gem.loaded_specs['mail']&.version || Mail::VERSION.version}"
ARGV.each do |path|
  octets = File.binread(path)
  answers = QUESTIONS.transform_values do |question|
    plain(question.call(Mail.new(octets)))
  rescue StandardError => e
    { error: e.class.name }
  end
  puts JSON.generate(answers)
end
