# Perl's MIME::tools with Mail::Address (Debian: libmime-tools-perl), as MailScanner and amavis use.
use strict;
use warnings;
use MIME::Parser;
use MIME::Words qw(decode_mimewords);
use Mail::Address;
use JSON::PP;

$SIG{__WARN__} = sub { };
my $json = JSON::PP->new->canonical->latin1->allow_nonref;

sub trimmed { my ($text) = @_; $text =~ s/\s+\z// if defined $text; return $text }

sub leaves {
    my ($part) = @_;
    return $part->parts ? map { leaves($_) } $part->parts : ($part);
}

my %questions = (
    from => sub {
        my $value = $_[0]->head->get('From', 0);
        return [] unless defined $value;
        return [grep { /@/ } map { $_->address } Mail::Address->parse(trimmed($value))];
    },
    subject => sub { trimmed(scalar $_[0]->head->get('Subject', 0)) },
    words   => sub { scalar decode_mimewords(trimmed(scalar $_[0]->head->get('Subject', 0))) },
    sender  => sub { trimmed(scalar $_[0]->head->get('Sender',  0)) },
    'x-a'   => sub { trimmed(scalar $_[0]->head->get('X-A',     0)) },
    type    => sub { lc $_[0]->mime_type },
    name    => sub {
        for my $part (leaves($_[0])) {
            my $name = $part->head->recommended_filename;
            return $name if defined $name;
        }
        return undef;
    },
    text => sub { [map { $_->bodyhandle ? $_->bodyhandle->as_string : '' } leaves($_[0])] },
);

print "MIME::tools $MIME::Parser::VERSION\n";
for my $path (@ARGV) {
    my $parser = MIME::Parser->new;
    $parser->output_to_core(1);
    $parser->tmp_to_core(1);
    my %answers;
    for my $question (keys %questions) {
        my $answer = eval {
            open my $file, '<:raw', $path or die;
            $questions{$question}->($parser->parse($file));
        };
        $answers{$question} = $@ ? {error => 'exception'} : $answer;
    }
    print $json->encode(\%answers), "\n";
}
