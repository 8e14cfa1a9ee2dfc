# Perl's Email::MIME with Email::Address::XS (Debian: libemail-mime-perl).
use strict;
use warnings;
use Email::MIME;
use Email::Address::XS;
use Date::Parse ();
use JSON::PP;

$SIG{__WARN__} = sub { };
my $json = JSON::PP->new->canonical->latin1->allow_nonref;

sub leaves {
    my ($part) = @_;
    return $part->subparts ? map { leaves($_) } $part->subparts : ($part);
}

my %questions = (
    from => sub {
        my $value = $_[0]->header('From');
        return [] unless defined $value;
        return [map { $_->address } grep { $_->is_valid } Email::Address::XS->parse($value)];
    },
    subject => sub { scalar $_[0]->header_str('Subject') },
    words   => sub { scalar $_[0]->header_str('Subject') },
    sender  => sub { scalar $_[0]->header_str('Sender') },
    'x-a'   => sub { scalar $_[0]->header('X-A') },
    type    => sub {
        my $type = Email::MIME::ContentType::parse_content_type($_[0]->content_type);
        return lc "$type->{type}/$type->{subtype}";
    },
    name => sub {
        for my $part (leaves($_[0])) { my $name = $part->filename; return $name if defined $name }
        return undef;
    },
    text => sub { [map { $_->body } leaves($_[0])] },
);

print "Email::MIME $Email::MIME::VERSION\n";
for my $path (@ARGV) {
    open my $file, '<:raw', $path or die;
    local $/;
    my $octets = <$file>;
    my %answers;
    for my $question (keys %questions) {
        my $answer = eval { $questions{$question}->(Email::MIME->new($octets)) };
        $answers{$question} = $@ ? {error => 'exception'} : $answer;
    }
    print $json->encode(\%answers), "\n";
}
